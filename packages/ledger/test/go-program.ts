// Go programs of the tests, built against Debian's x/mod in GOPATH mode: nothing from a network.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestContext } from 'node:test';

const goPath = '/usr/share/gocode';
export const isGoInstalled =
  existsSync(`${goPath}/src/golang.org/x/mod/sumdb/tlog`) &&
  spawnSync('go', ['version']).status === 0;

/** Builds the program in a folder; without Go, does nothing. */
export function buildGo(folder: string, program: string): void {
  if (!isGoInstalled) return;
  const env = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: goPath, GOWORK: 'off' };
  const built = spawnSync('go', ['build', '-o', program], { cwd: folder, env, encoding: 'utf8' });
  assert.equal(built.status, 0, built.stderr);
}

export function isSkipped(t: TestContext): boolean {
  if (!isGoInstalled) {
    t.skip('Go or x/mod is not installed: apt-get install golang-go golang-golang-x-mod-dev');
  }
  return !isGoInstalled;
}

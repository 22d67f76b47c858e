// The public face of the command line: what the demo and the benches start nodes and seats with.
export { cli } from './cli.ts';
export type { Ending, Terminal } from './command.ts';
export { plainSentence } from './command.ts';
export { checkScenario } from './commands/replay.ts';
export type { Serving } from './commands/serve.ts';
export { freePort } from '@parley/node';
export { startNode, stopNode } from './node-process.ts';
export type { NodeProcess } from './node-process.ts';
export { playScenario } from './scenario/play.ts';
export type { StepReport } from './scenario/play.ts';
export { headLines, stepLines, summaryLine } from './scenario/report.ts';
export { readScenario } from './scenario/schema.ts';
export type { Scenario } from './scenario/schema.ts';
export { makeFolders, openStage } from './scenario/stage.ts';
export type { Stage, StagedNode } from './scenario/stage.ts';
export { clientOf, enrol } from './seat/seat-file.ts';
export { openView } from './seat/view.ts';
export type { View } from './seat/view.ts';

// Plus codes by the test data of Open Location Code: encoding.csv, decoding.csv and
// validityTests.csv of github.com/google/open-location-code. Positions of at most seven decimals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import { at } from './oracle.ts';

/** Latitude, longitude, code. We write eleven digits; shorter and longer codes agree in theirs. */
const ENCODING = `
20.375,2.775,7FG49Q00+
20.3700625,2.7821875,7FG49QCJ+2V
47.0000625,8.0000625,8FVC2222+22
-41.2730625,174.7859375,4VCPPQGP+Q9
0.5,-179.5,62G20000+
-89.5,-179.5,22220000+
20.5,2.5,7FG40000+
-89.9999375,-179.9999375,22222222+22
0.5,179.5,6VGX0000+
1,1,6FH32222+222
90,1,CFX30000+
90,1,CFX3X2X2+X2
1,180,62H20000+
1.2,3.4,6FH56C22+22
35.6,3.033,8F75J22M+26
-48.71,142.78,4R347QRJ+
-70,163.7,3V252P22+
-2.804,7.003,6F9952W3+C6222
13.9,164.88,7V56WV2J+2222
-13.23,172.77,5VRJQQCC+
40.6,129.7,8QGFJP22+
-52.166,13.694,3FVMRMMV+JJ2222
-14,106.9,5PR82W00+
70.3,-87.64,C62J8926+22222
66.89,-106,95RPV2R2+22
2.5,-64.23,67JQGQ2C+222
-56.7,-47.2,38MJ8R22+222222
-34.45,-93.719,46Q8H700+
-35.849,-93.75,46P85722+C222
65.748,24.316,9GQ6P8X8+6C22
-57.32,130.43,3QJGMCJJ+2222
17.6,-44.4,789QJJ00+
-27.6,-104.8,554QC600+
41.87,-145.59,83HPVCC6+22222
-4.542,148.638,6R7CFJ5Q+66222
-37.014,-159.936,43J2X3P7+CJ
-57.25,125.49,3QJ7QF2R+2222222
48.89,-80.52,86WXVFRJ+22222
53.66,170.97,9V5GMX6C+222222
0.49,-76.97,67G5F2RJ+2222222
40.44,-36.7,89G5C8R2+2222
58.73,69.95,9JCFPXJ2+
16.179,150.075,7R8G53HG+J222
-55.574,-70.061,37PFCWGQ+CJ22
76.1,-82.5,C68V4G22+2222222
58.66,149.17,9RCFM56C+22
-67.2,48.6,3H4CRJ00+
-5.6,-54.5,6867CG22+222222
-34,145.5,4RR72G22+222222
-34.2,66.4,4JQ8RC22+2222
17.8,-108.5,759HRG00+
10.734,-168.294,722HPPM4+JC
-28.732,54.32,5H3P789C+
64.1,107.9,9PP94W22+2222
79.7525,6.9623,CFF8QX36+
-63.6449,-25.1475,398P9V43+
35.019,148.827,8R7C2R9G+JR2
71.132,-98.584,C6334CJ8+RC22222
53.38,-51.34,985C9MJ6+2222
-1.2,170.2,6VCGR622+2222
50.2,-162.8,922V6622+222
-25.798,-59.812,5862652Q+R6
81.654,-162.422,C2HVMH3H+J62222
-75.7,-35.4,29P68J22+
67.2,115.1,9PVQ6422+222
-78.137,-42.995,28HVV274+6222
-56.3,114.5,3PMPPG22+222
10.767,-62.787,772VQ687+R6222
-19.212,107.423,5PG9QCQF+66
21.192,-45.145,78HP5VR4+R222222
16.701,148.648,7R8CPJ2X+C62222
52.25,-77.45,97447H22+2222222
-68.54504,-62.81725,373VF53M+X4J
76.7,-86.172,C68MPR2H+2622
-6.2,96.6,6M5RRJ22+22222
59.32,-157.21,93F48QCR+2222
29.7,39.6,7GXXPJ22+2222
-18.32,96.397,5MHRM9JW+2R
-30.3,76.5,4JXRPG22+222
50.342,-112.534,95298FR8+RC22222
-80,-170,22000000+
`;

/** Code, south, west, north, east; the longest are of 15 digits, smaller than 1e-7 degree. */
const DECODING = `
7FG49Q00+,20.35,2.75,20.4,2.8
7FG49QCJ+2V,20.37,2.782125,20.370125,2.78225
7FG49QCJ+2VX,20.3701,2.78221875,20.370125,2.78225
7FG49QCJ+2VXGJ,20.370113,2.782234375,20.370114,2.78223632813
8FVC2222+22,47.0,8.0,47.000125,8.000125
4VCPPQGP+Q9,-41.273125,174.785875,-41.273,174.786
62G20000+,0.0,-180.0,1,-179
22220000+,-90,-180,-89,-179
7FG40000+,20.0,2.0,21.0,3.0
22222222+22,-90.0,-180.0,-89.999875,-179.999875
6VGX0000+,0,179,1,180
6FH32222+222,1,1,1.000025,1.00003125
CFX30000+,89,1,90,2
62H20000+,1,-180,2,-179
62H30000+,1,-179,2,-178
CFX3X2X2+X2,89.9998750,1,90,1.0001250
84000000+,30,-140,50,-120
6FH56C22+22,1.2000000000000028,3.4000000000000057,1.2001249999999999,3.4001250000000027
849VGJQF+VX7QR3J,37.5396691200,-122.3750698242,37.5396691600,-122.3750697021
`;

const FULL = ['8FWC2345+G6', '8FWC2345+G6G', '8fwc2345+', '8FWCX400+', '849VGJQF+VX7QR3J'];
/** Short codes, which say nothing without a town, and texts that are no codes. */
const REFUSED = `
WC2345+G6g 2345+G6 45+G6 +G6 G+ + 8FWC2345+G 8FWC2_45+G6 8FWC2η45+G6 8FWC2345+G6+ 8FWC2345G6+
8FWC2300+G6 WC2300+G6g WC2345+G WC2300+ 849VGJQF+VX7QR3U 849VGJQF+VX7QR3JU
`;

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(','));
}

test('positions are written as the test data of Open Location Code have them', () => {
  for (const [lat = '', lon = '', code = ''] of rows(ENCODING)) {
    const ours = writePosition(at(Number(lat), Number(lon)), 'PLUS');
    const known = code.replace(/0+\+$/, '').slice(0, 12);
    assert.ok(ours.length === 12 && ours.startsWith(known), `${lat} ${lon}: ${ours}, ${code}`);
  }
});

test('codes are read as the cells that the test data of Open Location Code have', () => {
  for (const [code = '', ...bounds] of rows(DECODING)) {
    const reading = readPosition(code);
    assert.ok(reading.ok, code);
    assert.equal(reading.value.form, 'PLUS');
    const [southWest, , northEast] = reading.value.cell ?? [];
    const ours = [southWest?.latE7, southWest?.lonE7, northEast?.latE7, northEast?.lonE7];
    for (const [i, bound] of bounds.entries()) {
      assert.ok(Math.abs((ours[i] ?? NaN) - Number(bound) * 1e7) < 0.51, `${code}: ${ours.join()}`);
    }
  }
});

test('full codes are read, in either case; short and faulty ones are refused', () => {
  for (const code of FULL) assert.equal(readPosition(code).ok, true, code);
  for (const code of REFUSED.trim().split(/\s+/)) assert.equal(readPosition(code).ok, false, code);
});

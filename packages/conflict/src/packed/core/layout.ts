// Where everything stands in the core's memory. Addresses and sizes in bytes.
// This folder is written in the part of TypeScript that is also AssemblyScript: one source makes
// the plain core and the WebAssembly core (packages/conflict/tools/build-core.ts).
import type { f64, i32 } from './numbers.ts';

/** Chart units for one unit of the central projection: 1.2 cm of ground at a chart's middle. */
export const CHART_UNITS: f64 = 536870912;
export const FACES: i32 = 6;

// The head of the memory.
export const H_NEXT_FREE: i32 = 16;
export const H_SPARE: i32 = 20;
export const H_SPARE_END: i32 = 24;
export const H_STACK_DEPTH: i32 = 28;
/** Rows that only snapshots still see. */
export const H_DEAD: i32 = 32;
/** Base and steps per unit of the altitude lanes, then of the time lanes: four f64. */
export const H_ALTITUDE_LANES: i32 = 64;
export const H_TIME_LANES: i32 = 80;
/** For each face: root node, rows, first row that waits for a build; then the lanes of u and v. */
export const H_FACES: i32 = 256;
export const FACE_SIZE: i32 = 64;
export const FACE_ROWS: i32 = 4;
export const FACE_WAITING: i32 = 8;
export const FACE_U_LANES: i32 = 16;
export const FACE_V_LANES: i32 = 32;
/** Lists of free blocks: one for each multiple of 16 bytes below 16 KB, then one a power of two. */
export const H_FREE_SMALL: i32 = 4096;
export const H_FREE_LARGE: i32 = 8192;
/** Lists of free blocks that begin a line of the cache, by size. */
export const H_FREE_LINES: i32 = 8448;

// Places that one call fills and the next may overwrite.
/** The row that is entered or asked with, its geometry behind it. */
export const STAGE_ROW: i32 = 16384;
export const STAGE_GEOMETRY: i32 = 16512;
export const STAGE_VERTICES_MAX: i32 = 4095;
/** Results: pairs of slot and verdict. */
export const RESULTS: i32 = 65536;
export const RESULTS_MAX: i32 = 4096;
export const STACK: i32 = 131072;
export const CANDIDATES: i32 = 163840;
export const CANDIDATES_MAX: i32 = 16384;
/** Numbers of the edges of two shapes that may meet. */
export const EDGES_A: i32 = 229376;
export const EDGES_B: i32 = 262144;
/** Vertices of two shapes as metres from the Earth's centre. */
export const POINTS_A: i32 = 294912;
export const POINTS_B: i32 = 409600;
/** What a split or a build sorts. */
export const SORTING: i32 = 524288;
export const ARENA: i32 = 532480;

// A row: one volume on one face. It fills a line of the machine's cache.
export const ROW_SIZE: i32 = 64;
export const ROW_U_LO: i32 = 0;
export const ROW_U_HI: i32 = 4;
export const ROW_V_LO: i32 = 8;
export const ROW_V_HI: i32 = 12;
export const ROW_START: i32 = 16;
export const ROW_END: i32 = 24;
/** Centimetres above the ellipsoid, rounded outwards. */
export const ROW_SPAN_LO: i32 = 32;
export const ROW_SPAN_HI: i32 = 36;
/** Centimetres as stated on the scale of ROW_KIND. */
export const ROW_STATED_LO: i32 = 40;
export const ROW_STATED_HI: i32 = 44;
export const ROW_GEOMETRY: i32 = 48;
/** The shape in the low bits, then the scale of stated heights, then the inner rectangle. */
export const ROW_KIND: i32 = 52;
export const ROW_SLOT: i32 = 56;
/** The leaf that holds the row; the next waiting row before a build. */
export const ROW_LEAF: i32 = 60;

/** Shapes: the low bits are the kind, FUZZY marks one that is smaller than its outline here. */
export const SHAPE_AREA: i32 = 0;
export const SHAPE_LINE: i32 = 1;
export const SHAPE_POINT: i32 = 2;
export const SHAPE_KINDS: i32 = 3;
export const SHAPE_FUZZY: i32 = 4;
export const SCALE_SHIFT: i32 = 3;
export const SCALE_MASK: i32 = 1048575;
/** A rectangle about the middle of an area's box lies inside: its part of the box, of 127. */
export const INNER_SHIFT: i32 = 23;
export const INNER_MASK: i32 = 127;

/** The span above the ellipsoid is that of the exact test. */
export const SPAN_EXACT: i32 = 1073741824;

/** Scales of stated heights: none that others share; or whatever the other's is. */
export const SCALE_NONE: i32 = 0;
export const SCALE_ANY: i32 = 1048575;

/** GEOMETRY_DIED of a row that is in the index. */
export const ALIVE: i32 = 2147483647;

// A geometry: a head, then pairs of i32 u and v; an area's first vertex comes again at its end.
export const GEOMETRY_HEAD: i32 = 32;
/** How far an edge may be from where it is here, in chart units (f32). */
export const GEOMETRY_BLUR: i32 = 0;
/** The same in metres on the ground (f32). */
export const GEOMETRY_BLUR_METRES: i32 = 4;
/** Width around the core, metres (f32). */
export const GEOMETRY_WIDTH: i32 = 8;
/** Number of vertices, the repeated one included. */
export const GEOMETRY_COUNT: i32 = 12;

/** Bits by which questions leave rows out; the versions in which a row came and went. */
export const GEOMETRY_TAGS: i32 = 16;
export const GEOMETRY_BORN: i32 = 20;
export const GEOMETRY_DIED: i32 = 24;

// A node of the tree: 14 boxes of 8 bytes, counted in the node's own frame (frame.ts), which with
// them fills two lines of the cache; children and parent, which few questions need, fill a third.
export const NODE_SIZE: i32 = 192;
/** Lowest u, v, altitude and time of the frame (u16 each); then how far each is shifted (u8). */
export const NODE_FRAME: i32 = 112;
export const NODE_SHIFTS: i32 = 120;
/** Number of children, and the level (0: leaf), u16 each. */
export const NODE_COUNT: i32 = 124;
export const NODE_LEVEL: i32 = 126;
export const NODE_CHILDREN: i32 = 128;
export const NODE_PARENT: i32 = 184;
export const FAN_OUT: i32 = 14;
/** A box in a node, and one outside of it. */
export const FRAMED_SIZE: i32 = 8;
export const BOX_SIZE: i32 = 16;
export const LANES: i32 = 8;
/** The highest step of a lane: 255 steps of a frame that is shifted by 8. */
export const LANE_TOP: i32 = 65280;
/** Rows and nodes are cut from slabs, so that they begin where a line of the cache does. */
export const LINE: i32 = 64;

export const MISS: i32 = 0;
export const HIT: i32 = 1;
export const UNSURE: i32 = 2;
/** A hit, if the heights are near enough. */
export const HEIGHTS: i32 = 3;

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
export const H_VERSION: i32 = 32;
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

// A row: one volume on one face.
export const ROW_SIZE: i32 = 80;
export const ROW_U_LO: i32 = 0;
export const ROW_U_HI: i32 = 4;
export const ROW_V_LO: i32 = 8;
export const ROW_V_HI: i32 = 12;
export const ROW_START: i32 = 16;
export const ROW_END: i32 = 24;
/** Centimetres above the ellipsoid, rounded outwards. */
export const ROW_SPAN_LO: i32 = 32;
export const ROW_SPAN_HI: i32 = 36;
/** Centimetres as stated on the scale ROW_SCALE. */
export const ROW_STATED_LO: i32 = 40;
export const ROW_STATED_HI: i32 = 44;
export const ROW_GEOMETRY: i32 = 48;
export const ROW_SHAPE: i32 = 52;
export const ROW_SLOT: i32 = 56;
/** The leaf that holds the row; the next waiting row before a build. */
export const ROW_LEAF: i32 = 60;
export const ROW_SCALE: i32 = 64;
export const ROW_TAGS: i32 = 68;
export const ROW_BORN: i32 = 72;
export const ROW_DIED: i32 = 76;

/** Shapes: the low bits are the kind, FUZZY marks one that is smaller than its outline here. */
export const SHAPE_AREA: i32 = 0;
export const SHAPE_LINE: i32 = 1;
export const SHAPE_POINT: i32 = 2;
export const SHAPE_KINDS: i32 = 3;
export const SHAPE_FUZZY: i32 = 4;

/** Scales of stated heights: none that others share; or whatever the other's is. */
export const SCALE_NONE: i32 = 0;
export const SCALE_ANY: i32 = -1;

/** ROW_DIED of a row that is in the index. */
export const ALIVE: i32 = 2147483647;

// A geometry: a head, then pairs of i32 u and v; an area's first vertex comes again at its end.
export const GEOMETRY_HEAD: i32 = 16;
/** How far an edge may be from where it is here, in chart units (f32). */
export const GEOMETRY_BLUR: i32 = 0;
/** The same in metres on the ground (f32). */
export const GEOMETRY_BLUR_METRES: i32 = 4;
/** Width around the core, metres (f32). */
export const GEOMETRY_WIDTH: i32 = 8;
/** Number of vertices, the repeated one included. */
export const GEOMETRY_COUNT: i32 = 12;

// A node of the tree: parent, count, level; 16 children; 16 boxes of 8 lanes.
export const NODE_SIZE: i32 = 336;
export const NODE_PARENT: i32 = 0;
export const NODE_COUNT: i32 = 4;
export const NODE_LEVEL: i32 = 8;
export const NODE_CHILDREN: i32 = 16;
export const NODE_BOXES: i32 = 80;
export const FAN_OUT: i32 = 16;
export const BOX_SIZE: i32 = 16;
export const LANES: i32 = 8;

export const MISS: i32 = 0;
export const HIT: i32 = 1;
export const UNSURE: i32 = 2;

// Every limit of the protocol, in one place. The schemas use these, so they appear in the JSON
// Schemas and in the documentation too.

/** Bytes of one entry in its canonical form. */
export const ENTRY_BYTES_MAX = 65_536;
/** Entries of one batch on the link. */
export const BATCH_ENTRIES_MAX = 512;
/** Bytes of one batch on the link, its framing included. */
export const BATCH_BYTES_MAX = 4_194_304;
/** Members of one line. */
export const MEMBERS_MAX = 16;
/** Volumes of one notice. */
export const VOLUMES_MAX = 16;
/** Volumes of one warning: it must be read at a glance. */
export const WARNING_VOLUMES_MAX = 4;
/** Vertices of one outline. */
export const VERTICES_MAX = 1_000;
/** Radius of a circle and half-width of a corridor: 500 km. */
export const RADIUS_CENTIMETRES_MAX = 50_000_000;
/** Free text of one message, in UTF-16 units. */
export const WORDS_LENGTH_MAX = 4_000;
/** Words of a FLASH or IMMEDIATE message (doctrine: brevity is mandatory). */
export const URGENT_WORDS_MAX = 200;
/** Title, role, seat name, call-back number. */
export const LABEL_LENGTH_MAX = 80;
/** Heights, from the Dead Sea's floor to the edge of space: -500 m to 100 km. */
export const HEIGHT_CENTIMETRES_MIN = -50_000;
export const HEIGHT_CENTIMETRES_MAX = 10_000_000;
/** What an altimeter may be set to: 500 to 1099.9 hPa. A QNH is at least 850; see `heightOf`. */
export const SETTING_DECIHECTOPASCALS_MIN = 5_000;
export const SETTING_DECIHECTOPASCALS_MAX = 10_999;
/** Times, 1970-01-01 to 2200-01-01. */
export const TIME_MS_MAX = 7_258_118_400_000;
/** The longest window of one volume: a year. */
export const WINDOW_MS_MAX = 366 * 86_400_000;
/** Period of one after-action report. */
export const REPORT_MS_MAX = 366 * 86_400_000;
/** Entries in the period of one report: some thousand pages, and as much as a memory holds. */
export const REPORT_ENTRIES_MAX = 5_000;
/** A minimum of separation: 200 km, 20 km, 24 h. */
export const LATERAL_MINIMUM_CENTIMETRES_MAX = 20_000_000;
export const VERTICAL_MINIMUM_CENTIMETRES_MAX = 2_000_000;
export const TIME_MINIMUM_MS_MAX = 86_400_000;
/** A clock further off than this from a peer's is shown as disputed. Nothing is refused for it. */
export const CLOCK_DISPUTED_MS = 1_000;
/** A heartbeat is sent each second; without one the line is suspect, then dead. */
export const HEARTBEAT_MS = 1_000;
export const LINE_SUSPECT_MS = 2_500;
export const LINE_DEAD_MS = 4_000;
/** Seats of one node, drafts of one node, invitations open at once. */
export const SEATS_MAX = 64;
export const DRAFTS_MAX = 200;
/** Reviews kept of one draft; the oldest goes first. */
export const REVIEWS_MAX = 64;
/** Open tasks that one handover of the watch lists, and the bytes of its row. */
export const HANDOVER_TASKS_MAX = 1_000;
export const HANDOVER_BYTES_MAX = 1_048_576;
/** Portions of one draft that are marked by themselves, and the length of a pointer to one. */
export const PORTIONS_MAX = 64;
export const POINTER_LENGTH_MAX = 200;
/** Bytes of a request body from a seat. */
export const REQUEST_BYTES_MAX = 131_072;
/** Streams that one seat, and one peer, may hold open. */
export const STREAMS_PER_SEAT_MAX = 8;
export const STREAMS_PER_PEER_MAX = 4;
/** Third parties to whom one object may be passed on. */
export const ONWARD_MAX = 8;
/** Flight information regions of one civil-aviation block. */
export const FIRS_MAX = 16;
/** Frequencies guarded; up to 3 GHz. */
export const FREQUENCIES_MAX = 8;
export const FREQUENCY_KILOHERTZ_MAX = 3_000_000;
/** Legs of a movement, its vehicles, languages spoken on board or agreed. */
export const LEGS_MAX = 64;
export const VEHICLES_MAX = 500;
export const LANGUAGES_MAX = 8;
/** Photographs of a protected object, by their hashes. */
export const PHOTOGRAPHS_MAX = 8;
/** Other channels on which a warning was said. */
export const RELAYS_MAX = 8;
/** Persons in need of help; things at a place, and how many of each. */
export const PERSONS_MAX = 1_000_000;
export const COUNT_MAX = 10_000_000;
export const DEPLOYMENT_ITEMS_MAX = 32;
/** Offices that consider a message, of one node or named to the other side. */
export const OFFICES_MAX = 16;
/** Objects that a statement confirms, denies or contradicts; the length of its source's address. */
export const RELATIONS_MAX = 16;
export const SOURCE_LENGTH_MAX = 400;
/** Hashes of evidence, and objects meant, of one account of an incident. */
export const EVIDENCE_MAX = 32;
/** Items of one list in a clause of the arrangement. */
export const CLAUSE_ITEMS_MAX = 64;
/** Steps of the warning ladder of a zone. */
export const WARNING_STEPS_MAX = 8;

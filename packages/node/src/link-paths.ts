// What a node serves to its peers.

/** A record of the node, from an index on, and its heartbeats: a stream. */
export const LINK_PATH = '/link/v1/stream';

/** The asking party's own record as this node holds it, a page from an index on: JSON. */
export const OWN_PATH = '/link/v1/own';

// The public face of formats: other people's files in, volumes out, with refusals.
export type { FormatFault, FormatNote } from './format-fault.ts';
export { faultSentence } from './format-fault.ts';
export type { Feature, VolumesRead } from './read-volumes.ts';
export { readVolumes } from './read-volumes.ts';
export { TEXT_LENGTH_MAX } from './limits.ts';

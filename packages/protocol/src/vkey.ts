// C2SP verifier keys as texts of a bounded length; what is in them is for the ledger to read.
import { z } from 'zod';

/** 32 bytes of Ed25519 in base64 after a name and an id. */
export const Vkey = z.string().min(40).max(400);

/** 1,312 bytes of ML-DSA-44. */
export const MlDsaVkey = z.string().min(1_700).max(2_200);

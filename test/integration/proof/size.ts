/** `npm run prove` sets it: everything at full size, which takes longer than CI should. */
export const isFullProof = process.env.HANDOVER_PROOF === 'full';

/**
 * Number of the live protocol. A client built for another number reloads itself, so every change of a message's
 * shape or meaning needs the next number; `version.test.ts` pins it to a hash of the schemas.
 */
export const PROTOCOL = 3;

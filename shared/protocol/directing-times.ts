/** Orders end this long after their last director has gone, and on a screen this long after it heard its server, ms. */
export const ORDERS_LEASE_MS = 60_000;
/** How often a screen tells its health, ms. */
export const HEALTH_EVERY_MS = 5000;

import { acceptBy } from './accept-by';
import { endPause } from './end-pause';
import type { DeliveryHandler, TimerHandler } from './job-handler';

/** A new kind of timer is a file beside this one, and a line here. */
export const TIMERS: readonly TimerHandler[] = [endPause, acceptBy];

/** A new kind of delivery likewise. */
export const DELIVERIES: readonly DeliveryHandler[] = [];

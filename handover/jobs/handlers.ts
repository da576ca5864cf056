import { endPause } from './end-pause';
import type { DeliveryHandler, TimerHandler } from './job-handler';
import { taskDue } from './task-due';
import { webhook } from './webhook';

/** A new kind of timer is a file beside this one, and a line here. */
export const TIMERS: readonly TimerHandler[] = [endPause, taskDue];

/** A new kind of delivery likewise. */
export const DELIVERIES: readonly DeliveryHandler[] = [webhook];

export const DELIVERY_KINDS: ReadonlySet<string> = new Set(DELIVERIES.map(({ kind }) => kind));

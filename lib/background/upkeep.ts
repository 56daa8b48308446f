/** The daily alarm on which the trash loses what has lain in it for its days, a recount that was broken off goes on, and words that wait go into the index. */
import { browser } from 'wxt/browser';
import { keepUp } from '../db/upkeep.ts';
import { actor } from '../settings.ts';

const alarm = 'upkeep';
const daily = 24 * 60;

/** Sets the alarm where it is not set; asked anew, it would never come. */
export async function scheduleUpkeep(): Promise<void> {
  if (!(await browser.alarms.get(alarm))) await browser.alarms.create(alarm, { delayInMinutes: 1, periodInMinutes: daily });
}

export async function onAlarm({ name }: { name: string }): Promise<void> {
  if (name === alarm) await keepUp(await actor.getValue());
}

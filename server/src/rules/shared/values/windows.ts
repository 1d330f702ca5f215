const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** In minutes. */
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** How many minutes a time of each day, or of a day of the week, lasts. */
export function windowMinutes(window: string): number | undefined {
  const [, day = "", from, endDay = "", to] =
    /^(?:(\w{3}):)?(\d\d:\d\d)-(?:(\w{3}):)?(\d\d:\d\d)$/.exec(window.toLowerCase()) ?? [];
  if (from === undefined || to === undefined || (day === "") !== (endDay === "")) return undefined;
  const days = day === "" ? 1 : 7;
  const later = day === "" ? 0 : DAYS.indexOf(endDay) - DAYS.indexOf(day);
  const long = (later * DAY_MINUTES + minuteOf(to) - minuteOf(from) + days * DAY_MINUTES) % (days * DAY_MINUTES);
  return long === 0 ? undefined : long;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Whether a time of each day (`03:00-04:00`) and one of the week (`sun:03:30-sun:04:30`) have a minute in common. */
export function windowsMeet(daily: string, weekly: string): boolean {
  const everyDay = /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(daily)?.slice(1).map(Number);
  const once = /^(\w{3}):(\d\d):(\d\d)-(\w{3}):(\d\d):(\d\d)$/.exec(weekly.toLowerCase());
  if (everyDay === undefined || once === null) return false;
  const [h = 0, m = 0, endH = 0, endM = 0] = everyDay;
  const [, day = "", startH, startM, endDay = "", lastH, lastM] = once;
  if (!DAYS.includes(day) || !DAYS.includes(endDay)) return false;
  const start = DAYS.indexOf(day) * DAY_MINUTES + Number(startH) * 60 + Number(startM);
  const long =
    (DAYS.indexOf(endDay) * DAY_MINUTES + Number(lastH) * 60 + Number(lastM) - start + WEEK_MINUTES) % WEEK_MINUTES;
  const lasts = (endH * 60 + endM - (h * 60 + m) + DAY_MINUTES) % DAY_MINUTES;
  // How long after the beginning of the one the other begins, on the day before and on those that follow.
  const first = (h * 60 + m - start + 2 * WEEK_MINUTES) % DAY_MINUTES;
  return first < long || first - DAY_MINUTES + lasts > 0;
}

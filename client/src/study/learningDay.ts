import { workspace } from "vscode";

/** Reviews after midnight count for the day before. */
const FIRST_HOUR = 4;
const DAY_MS = 86_400_000;

/** The beginning of the learner's day of a moment. */
export function dayStart(moment: Date): Date {
  const start = new Date(moment);
  start.setHours(FIRST_HOUR, 0, 0, 0);
  if (start > moment) start.setDate(start.getDate() - 1);
  return start;
}

/** The beginning of the exam's day; `undefined` if none is set, or it is no date or gone by. */
export function examStart(now: Date = new Date()): Date | undefined {
  const set = workspace.getConfiguration("cfnNotes").get<string>("study.examDate", "");
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(set) ?? [];
  const exam = new Date(Number(year), Number(month) - 1, Number(day), FIRST_HOUR);
  return exam > dayStart(now) ? exam : undefined;
}

/** Days from today to the exam. */
export function daysToExam(now: Date = new Date()): number | undefined {
  const exam = examStart(now);
  return exam && Math.round((exam.getTime() - dayStart(now).getTime()) / DAY_MS);
}

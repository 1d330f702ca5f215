/** Seconds of an ISO 8601 duration such as `PT1H30M`; `undefined` if the text is none. */
export function secondsOf(text: string): number | undefined {
  const parts = /^P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i.exec(text.trim());
  if (!parts) return undefined;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = parts;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A duration for people: `15 min`, `1 h 30 min`. */
export function durationText(seconds: number): { readonly en: string; readonly ja: string } {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const en = [hours && `${hours} h`, minutes && `${minutes} min`, rest && `${rest} s`].filter(Boolean).join(" ");
  const ja = [hours && `${hours}時間`, minutes && `${minutes}分`, rest && `${rest}秒`].filter(Boolean).join("");
  return { en: en || "0 s", ja: ja || "0秒" };
}

/** The duration that was meant, for the usual slips: `15M`, `T15M`, `P15M`; `undefined` if it is not clear. */
export function meantDuration(text: string): string | undefined {
  const plain = text.trim().toUpperCase().replace(/\s+/g, "");
  const parts = /^P?T?((?:\d+H)?(?:\d+M)?(?:\d+S)?)$/.exec(plain);
  if (parts?.[1]) return `PT${parts[1]}`;
  return /^\d+$/.test(plain) ? `PT${plain}S` : undefined;
}

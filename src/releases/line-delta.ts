/** A file as what distinguishes it from its former state, line by line and exact to the byte. */

/** Lines to take over from the former state `[first, count]`, or text that is new. */
export type DeltaStep = readonly [number, number] | string;

/** The steps that make `after` of `before`. Both are bytes as Latin-1 text, so that any encoding survives. */
export function lineDelta(before: string, after: string): readonly DeltaStep[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;

  const places = new Map<string, number>();
  for (let index = old.length - tail - 1; index >= head; index -= 1) places.set(old[index] ?? '', index);
  const steps: DeltaStep[] = [];
  if (head > 0) steps.push([0, head]);
  for (let index = head; index < now.length - tail; index += 1) {
    const line = now[index] ?? '';
    const last = steps.at(-1);
    const next = typeof last === 'object' ? last[0] + last[1] : -1;
    const found = next !== -1 && old[next] === line ? next : places.get(line);
    if (found === undefined) {
      if (typeof last === 'string') steps[steps.length - 1] = last + line;
      else steps.push(line);
    } else if (typeof last === 'object' && found === next) steps[steps.length - 1] = [last[0], last[1] + 1];
    else steps.push([found, 1]);
  }
  if (tail > 0) steps.push([old.length - tail, tail]);
  return steps;
}

/** The later state, from the former one and the steps. */
export function applyDelta(before: string, steps: readonly DeltaStep[]): string {
  const old = linesOf(before);
  return steps.map((step) => (typeof step === 'string' ? step : old.slice(step[0], step[0] + step[1]).join(''))).join('');
}

/** Lines with their ends; together they are the text. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Says on a terminal what long work is doing; prints nothing where nobody watches. */

export interface Progress {
  /** Begins a step, which ends the one before. */
  step(label: string): void;
  /** Clears the line. */
  done(): void;
}

/** A line on standard error with the step and its seconds, where that is a terminal and not CI; else silence. */
export function showProgress(stream: NodeJS.WriteStream = process.stderr, environment: NodeJS.ProcessEnv = process.env): Progress {
  if (!stream.isTTY || environment['CI']) return { step: () => {}, done: () => {} };
  let label = '';
  let start = 0;
  let timer: NodeJS.Timeout | undefined;
  const draw = () => {
    const seconds = Math.floor((performance.now() - start) / 1000);
    stream.write(`\r\u001B[K${label}${seconds > 0 ? ` ${seconds} s` : ''}`);
  };
  return {
    step(next) {
      label = next;
      start = performance.now();
      timer ??= setInterval(draw, 1000).unref();
      draw();
    },
    done() {
      clearInterval(timer);
      timer = undefined;
      stream.write('\r\u001B[K');
    },
  };
}

/** Tells the terminal what a start is doing, one line for each thing. */
export type Progress = {
  line(text: string): void;
  /**
   * Announces `label`, repeats it with the seconds passed and the last report while `work` is silent for long, and says
   * when it is done.
   * @param work may report details, as often as it likes: `12 of 44 MB`.
   */
  during<T>(label: string, work: (report: (detail: string) => void) => Promise<T>): Promise<T>;
};

const silenceMs = 2_000;

export function createProgress(print: (line: string) => void): Progress {
  let lastLine = 0;
  return {
    line(text) {
      lastLine = performance.now();
      print(text);
    },
    async during(label, work) {
      const begun = performance.now();
      const seconds = (digits: number) => ((performance.now() - begun) / 1000).toFixed(digits);
      let detail = '';
      print(`… ${label}`);
      const repeat = setInterval(() => {
        if (performance.now() - lastLine < silenceMs) return;
        print(`  ${label}: ${seconds(0)} s${detail && `, ${detail}`}`);
      }, silenceMs);
      try {
        const result = await work((report) => {
          detail = report;
        });
        print(`✓ ${label} (${seconds(1)} s)`);
        return result;
      } finally {
        clearInterval(repeat);
      }
    },
  };
}

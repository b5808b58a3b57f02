interface Waiting<Input, Output> {
  input: Input;
  resolve(output: Output): void;
  reject(error: unknown): void;
}

/**
 * Lets what is asked while an answer is under way be asked together: the first of a group runs at once, those that come
 * meanwhile run together as soon as it has ended. One statement for ten askers costs little more than for one. `run`
 * answers in the order of its inputs; if it fails, all of them fail.
 */
export function gather<Input, Output>(
  run: (inputs: readonly Input[], group: string) => Promise<readonly Output[]>,
): (group: string, input: Input) => Promise<Output> {
  const groups = new Map<string, Waiting<Input, Output>[]>();

  async function work(group: string, waiting: Waiting<Input, Output>[]): Promise<void> {
    while (waiting.length > 0) {
      const together = waiting.splice(0);
      try {
        const outputs = await run(
          together.map(({ input }) => input),
          group,
        );
        together.forEach(({ resolve }, n) => void resolve(outputs[n] as Output));
      } catch (error) {
        for (const { reject } of together) reject(error);
      }
    }
    groups.delete(group);
  }

  return (group, input) =>
    new Promise((resolve, reject) => {
      const asked = { input, resolve, reject };
      const underWay = groups.get(group);
      if (underWay) {
        underWay.push(asked);
      } else {
        const waiting = [asked];
        groups.set(group, waiting);
        void work(group, waiting);
      }
    });
}

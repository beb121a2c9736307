/** What a command may touch of the world: files to read, and the two streams that a person or a script reads. */
export type CommandIo = {
  readFile: (path: string) => Promise<Uint8Array>;
  print: (text: string) => void;
  complain: (text: string) => void;
};

/** Done, refused with the reasons, wrong usage. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

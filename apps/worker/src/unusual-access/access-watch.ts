import type { JudgeAccess } from '#libs/casework';

const LOOK_AGAIN_MILLISECONDS = 60_000;

/** Goes through who saw whom, a day at a time, until every day that is over is judged. */
export class AccessWatch {
  constructor(private readonly judge: JudgeAccess) {}

  async round(): Promise<number> {
    return (await this.judge.execute()) ? 0 : LOOK_AGAIN_MILLISECONDS;
  }
}

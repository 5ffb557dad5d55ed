import type { TestInstance } from '../../../support/instance';

/** From now on it is always `iso` for the product: what a page says of times does not hang on how long a run takes. */
export async function stopTheClock(instance: TestInstance, iso: string): Promise<void> {
  await instance.admin(
    `create or replace function app.service_now() returns timestamptz language sql stable as $$
       select timestamptz '${iso}'
     $$`,
  );
}

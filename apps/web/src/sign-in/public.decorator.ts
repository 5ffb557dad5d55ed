import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PUBLIC = 'waymark:public';

/** Anyone may open it. Without this, a route is for signed-in people only. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC, true);
}

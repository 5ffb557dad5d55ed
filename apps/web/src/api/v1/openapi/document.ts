import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { RepeatablePipe } from '../requests/repeatable.pipe';
import { refine } from './refine';
import { standInsFor } from './stand-ins';

const ABOUT = `Referrals of people who have reported a sexual offence, the promise to contact them in time, and how it is kept.

Sign in with an access token of your organisation's provider (\`Authorization: Bearer …\`). Times are ISO 8601 with an offset; without one they are refused. Lists are read page by page: send \`nextCursor\` back as \`cursor\`. Every POST needs an \`Idempotency-Key\`; sent again with the same key, it is done once and answered alike. Changes of state need \`If-Match\` with the \`etag\` that was read. Problems are RFC 9457 problem details. What you may not see and what is not there are one answer: 404.`;

/** The description of the API, drawn from the decorators of its controllers alone: nothing is started for it. */
export async function openApiDocument(controllers: readonly Type[]): Promise<OpenAPIObject> {
  @Module({ controllers: [...controllers], providers: standInsFor([...controllers, RepeatablePipe]) })
  class Described {}

  const app = await NestFactory.create(Described, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Waymark')
    .setVersion('1')
    .setDescription(ABOUT)
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  await app.close();
  return refine(document);
}

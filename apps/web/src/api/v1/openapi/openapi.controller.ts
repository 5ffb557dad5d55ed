import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Public } from '../../../sign-in/public.decorator';
import { openApiDocument } from './document';
import { DESCRIBED_CONTROLLERS } from '../controllers';

@Public()
@ApiExcludeController()
@Controller('/api/v1/openapi.json')
export class OpenApiController {
  private document: Promise<OpenAPIObject> | undefined;

  @Get()
  read(): Promise<OpenAPIObject> {
    this.document ??= openApiDocument(DESCRIBED_CONTROLLERS);
    return this.document;
  }
}

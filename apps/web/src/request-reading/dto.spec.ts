import type { Type as Class } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  ValidateNested,
} from 'class-validator';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { dtoFaults } from '../trial/dto-faults';
import { CleanText } from './validators/clean-text.validator';
import { MayBeOmitted } from './validators/may-be-omitted';

class Part {
  @IsBoolean()
  voicemail: boolean;
}

const SIZES = [1, 2] as const;

class Careful {
  @CleanText({ max: 100 })
  name: string;

  @MayBeOmitted()
  @IsBoolean()
  consent?: boolean;

  @IsInt()
  @Max(9)
  number: number;

  @IsIn(['phone', 'text'], { each: true })
  @ArrayMaxSize(2)
  channels: string[];

  @IsIn(SIZES)
  size: (typeof SIZES)[number];

  @IsInt()
  @Max(9)
  numberOrNull: number | null;

  @ValidateNested()
  @Type(() => Part)
  part: Part;

  @ValidateNested({ each: true })
  @ArrayMaxSize(5)
  @Type(() => Part)
  parts: Part[];
}

class Careless {
  @IsString()
  name: string;

  @IsOptional()
  @IsBoolean()
  consent?: boolean;

  @IsInt()
  number: number;

  @IsInt()
  numberOrNull: number | null;

  @IsString({ each: true })
  channels: string[];

  @ValidateNested()
  part: object;

  @ValidateNested({ each: true })
  @ArrayMaxSize(5)
  parts: Part[];

  @IsString()
  flag: boolean;
}

describe('the check of every DTO', () => {
  it('finds nothing in a careful one', () => {
    expect(dtoFaults(Careful)).toEqual([]);
  });

  it('finds every gap in a careless one', () => {
    expect(dtoFaults(Careless)).toEqual([
      'Careless.name: text without a length',
      'Careless.consent: IsOptional lets null through, use MayBeOmitted',
      'Careless.number: number without a largest value',
      'Careless.numberOrNull: number without a largest value',
      'Careless.channels: list without a size',
      'Careless.channels: nested part without ValidateNested, or items without a check of each',
      'Careless.part: nested part without Type',
      'Careless.parts: nested part without Type',
      'Careless.flag: no strict boolean check',
    ]);
  });

  it('finds nothing in any DTO of this service', async () => {
    const sources = join(__dirname, '..');
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.dto.ts'),
    );
    const modules = await Promise.all(files.map((file) => import(join(sources, file)) as Promise<object>));
    const classes = modules.flatMap((module) => Object.values(module)).filter(isClass);
    expect(classes.flatMap(dtoFaults)).toEqual([]);
  });
});

function isClass(value: unknown): value is Class {
  return typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
}

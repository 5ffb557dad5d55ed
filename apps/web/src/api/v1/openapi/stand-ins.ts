import type { Provider, Type } from '@nestjs/common';
import { PARAMTYPES_METADATA, SELF_DECLARED_DEPS_METADATA } from '@nestjs/common/constants.js';

type Token = NonNullable<Exclude<Provider, Type>['provide']>;

interface NamedDependency {
  readonly index: number;
  readonly param: Token;
}

/**
 * Something in the place of all that these classes are made with. Describing routes makes none of them, but the
 * framework wants to see that it could.
 */
export function standInsFor(classes: readonly Type[]): Provider[] {
  const tokens = new Set(classes.flatMap(dependenciesOf));
  return [...tokens].map((provide) => ({ provide, useValue: null }));
}

function dependenciesOf(made: Type): readonly Token[] {
  const types = (Reflect.getMetadata(PARAMTYPES_METADATA, made) ?? []) as readonly Token[];
  const named = (Reflect.getMetadata(SELF_DECLARED_DEPS_METADATA, made) ?? []) as readonly NamedDependency[];
  return types.map((type, position) => named.find(({ index }) => index === position)?.param ?? type);
}

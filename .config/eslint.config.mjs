import tseslint from 'typescript-eslint';

/** Imports point inward (docs/architecture.md). Each layer lists what it may not reach. */
const outward = {
  domain: ['casework', 'persistence', 'queues', 'notifications', 'attacker', 'config', 'testing'],
  casework: ['persistence', 'queues', 'notifications', 'attacker', 'config', 'testing'],
  config: ['casework', 'persistence', 'queues', 'notifications', 'attacker', 'testing'],
  persistence: ['queues', 'notifications', 'attacker', 'testing'],
  queues: ['persistence', 'notifications', 'attacker', 'testing'],
  notifications: ['persistence', 'queues', 'attacker', 'testing'],
  attacker: ['persistence', 'queues', 'notifications', 'config', 'testing'],
  testing: ['persistence', 'queues', 'notifications', 'attacker'],
};

const deepImports = {
  group: ['#libs/*/*', '**/libs/*/src/**'],
  message: 'Import a library through its public entry (#libs/<name>).',
};

/** From inside one app, the way to another leads up to apps/ and down again. */
const otherApps = { regex: '/(cli|local|web|worker)/src(/|$)', message: 'Apps never import each other.' };

const boundary = ([layer, forbidden]) => ({
  files: [`libs/${layer}/src/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          deepImports,
          {
            group: forbidden.map((name) => `#libs/${name}`),
            message: `libs/${layer} may not import outward.`,
          },
          { group: ['**/apps/**'], message: 'Libraries never import apps.' },
          ...(layer === 'domain'
            ? [
                {
                  regex: '^(?!\\.{1,2}/|\\.{1,2}$|temporal-polyfill$|double-metaphone$|fast-check$|node:)',
                  message: 'The domain imports nothing but itself, the calendar library and the phonetics.',
                },
              ]
            : []),
          ...(layer === 'casework'
            ? [
                {
                  group: ['typeorm', 'pg', 'bullmq', 'ioredis', 'nodemailer', '@nestjs/*', 'fastify'],
                  message: 'Use cases know ports, not technologies.',
                },
              ]
            : []),
        ],
      },
    ],
  },
});

/** A rule takes `now` as an argument; it reads no clock, no chance and no environment (P14). */
const ambient = ['process', 'performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'fetch'];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.waymark/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': ['error', { patterns: [deepImports] }],
      'no-else-return': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'max-depth': ['error', 3],
    },
  },
  {
    files: ['apps/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [deepImports, otherApps] }] },
  },
  ...Object.entries(outward).map(boundary),
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', ...ambient.map((name) => ({ name, message: 'Rules are pure.' }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take `now` as an argument.' },
        { object: 'Math', property: 'random', message: 'Rules leave nothing to chance.' },
        { object: 'Temporal', property: 'Now', message: 'Take `now` as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take `now` as an argument.',
        },
      ],
    },
  },
  {
    files: ['apps/cli/**/*.ts', 'apps/local/**/*.ts', 'test/**/*.ts', '**/*.mjs', '**/*.cjs'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);

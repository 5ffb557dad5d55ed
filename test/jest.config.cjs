const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const rootDir = resolve(__dirname, '..');
const modules = join(rootDir, 'node_modules');

/** CommonJS packages that call `import()`, which Jest cannot do on Node 20 either. */
const IMPORTING = ['@fastify/cookie', '@fastify/static'];

/** Jest cannot require ESM on Node 20: every `"type": "module"` package goes through the compiler. */
function esmPackages() {
  const names = readdirSync(modules).flatMap((name) =>
    name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  return names.filter((name) => {
    const manifest = join(modules, name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
  });
}

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const base = {
  rootDir,
  testEnvironment: 'node',
  runtime: '<rootDir>/test/compile-once.cjs',
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esmPackages(), ...IMPORTING].join('|')})/)`],
  moduleNameMapper: { '^#libs/(.*)$': '<rootDir>/libs/$1/src/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.waymark'],
};

/** The default BullMQ backend is process-wide, so each queue mode is a project of its own. */
const timers = (mode) => ({
  ...base,
  displayName: `timers-${mode}`,
  testMatch: ['<rootDir>/test/timers/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  setupFiles: [`<rootDir>/test/support/queue-mode-${mode}.ts`],
});

module.exports = {
  testTimeout: 120000,
  testSequencer: '<rootDir>/longest-first.cjs',
  // What one file loaded stays in its worker: beyond this a new worker is quicker than the old one.
  workerIdleMemoryLimit: '2000MB',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts', '<rootDir>/test/architecture/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/integration/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    timers('none'),
    timers('postgres'),
    timers('redis'),
    {
      ...base,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};

const { Script } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/** By file: what was compiled, and the script that it became. */
const scripts = new Map();

/**
 * Every test file has all modules to itself, and Jest compiles each of them anew for it. Compiled code belongs to no
 * test file, so a worker keeps it; V8 adds to it whatever functions are called for the first time. Nor is a file read
 * again that the transformer still knows by its time of change.
 */
module.exports = class CompileOnce extends Runtime {
  constructor(...parts) {
    super(...parts);
    const [, environment, , transformer] = parts;
    const { executor, transformCache } = this;
    const { transform } = transformCache;
    const compileAnew = executor.compile.bind(executor);

    transformCache.transform = (filename, options) => {
      if (options?.isInternalModule) return transform.call(transformCache, filename, options);
      const file = transformer.transform(filename, this._getFullTransformationOptions(options));
      transformCache.transforms.set(filename, file);
      if (file.sourceMapPath) transformCache.sourceMaps.set(filename, file.sourceMapPath);
      return file.code;
    };
    executor.compile = (source, filename) => {
      const context = environment.getVmContext();
      if (context === null) return null;
      const known = scripts.get(filename);
      if (known?.source === source) return known.script.runInContext(context);
      const head = `(function(${executor.injectedModuleParameters.join()}){`;
      try {
        const script = new Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
        scripts.set(filename, { source, script });
        return script.runInContext(context);
      } catch {
        // What cannot be compiled is told by Jest in its own words.
        return compileAnew(source, filename);
      }
    };
  }
};

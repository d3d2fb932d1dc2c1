/**
 * Every suite, quick ones first: what it runs, what must be set up before (functions of scripts/setup), how its tests
 * are counted (see count.mjs), and the seconds after which it counts as failed.
 */
import { existsSync } from 'node:fs';
import { glob } from './glob.mjs';

const wasm = ['--target', 'wasm32-unknown-unknown'];
// The crates that the page is made of; the others are for the native program alone.
const wasmCrates = ['lab', 'lab-text', 'lab-data', 'lab-experiments'].flatMap((name) => [
  '-p',
  `inscape-${name}`,
]);
const workerTests = ['--test', 'agreement_worker'];
const target = process.env.CARGO_TARGET_DIR ?? `${process.cwd()}/target`;
const noGpu = !existsSync('/dev/dri') && !existsSync('/dev/nvidia0');

/** Where there is no graphics card, Mesa's software Vulkan stands in for one. */
function vulkan() {
  const found = glob('/usr/share/vulkan/icd.d', /^lvp_icd\..*\.json$/)[0];
  return noGpu && found && !process.env.VK_ICD_FILENAMES ? { VK_ICD_FILENAMES: found } : {};
}

export const suites = [
  { name: 'format', quick: true, count: 'one', limit_s: 60, run: [['cargo', 'fmt', '--all', '--check']] },
  {
    name: 'architecture',
    quick: true,
    count: 'lines',
    limit_s: 60,
    run: [['node', 'scripts/checks/main.mjs']],
  },
  {
    name: 'lint',
    quick: true,
    count: 'one',
    limit_s: 60,
    run: [['node_modules/.bin/biome', 'ci', '--error-on-warnings']],
  },
  {
    name: 'clippy',
    quick: true,
    count: 'one',
    limit_s: 900,
    run: [
      ['cargo', 'clippy', '--workspace', '--all-targets', '--', '-D', 'warnings'],
      // The tests of the engine in a browser along with the crates of the page, so that dependencies are checked once.
      [
        'cargo',
        'clippy',
        ...wasmCrates,
        '-p',
        'inscape-tensor',
        '--lib',
        ...workerTests,
        ...wasm,
        '--',
        '-D',
        'warnings',
      ],
    ],
  },
  {
    name: 'page',
    quick: true,
    count: 'vitest',
    limit_s: 300,
    run: [
      [
        'node_modules/.bin/vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        '--outputFile=test-results/page.json',
      ],
    ],
  },
  {
    name: 'cargo',
    count: 'cargo',
    needs: ['need_browsers', 'need_test_models'],
    // A first build included; 28 minutes on the slowest machine seen, before it ran twelve experiments too.
    limit_s: 3000,
    run: [['cargo', 'test', '--workspace', '--no-fail-fast', '--', '--show-output']],
    // `nopt`: Mesa's software Vulkan compiles kernels without optimising, in two thirds of the time. Most run once, on few
    // numbers.
    env: () => ({ RUST_BACKTRACE: '1', REQUIRE_GPU: '1', GALLIVM_PERF: 'nopt', ...vulkan() }),
  },
  {
    name: 'types',
    count: 'one',
    needs: ['build_wasm', 'pack_optimised_wasm'],
    limit_s: 120,
    run: [['node_modules/.bin/tsc', '--noEmit']],
  },
  {
    name: 'python',
    count: 'vitest',
    needs: ['build_wasm', 'pack_optimised_wasm'],
    limit_s: 600,
    run: [
      [
        'node_modules/.bin/vitest',
        'run',
        '--config',
        'tests/python/vitest.config.mjs',
        '--reporter=default',
        '--reporter=json',
        '--outputFile=test-results/python.json',
      ],
    ],
  },
  {
    name: 'worker',
    count: 'cargo',
    needs: ['need_browsers', 'need_wasm_runner'],
    limit_s: 1200,
    // Optimised, and with the crates of the page, so that what these were built of is not built again.
    run: [['cargo', 'test', '--release', ...wasmCrates, '-p', 'inscape-tensor', ...workerTests, ...wasm]],
    env: () => ({
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: `${target}/debug/run-in-browser`,
      CHROMEDRIVER: '/usr/bin/chromedriver',
      WASM_BINDGEN_TEST_TIMEOUT: '600',
    }),
  },
  {
    name: 'chromium',
    count: 'node',
    needs: ['need_browsers', 'need_test_models', 'build_wasm', 'pack_optimised_wasm', 'build_page'],
    limit_s: 1800,
    run: [
      [
        'node',
        '--test',
        '--test-concurrency=1',
        '--test-reporter=tap',
        ...glob('tests/e2e', /\.test\.mjs$/).filter((file) => !file.includes('firefox')),
      ],
    ],
  },
  {
    name: 'firefox',
    count: 'node',
    needs: ['need_browsers', 'need_test_models', 'build_wasm', 'pack_optimised_wasm', 'build_page'],
    limit_s: 300,
    run: [
      [
        'node',
        '--test',
        '--test-concurrency=1',
        '--test-reporter=tap',
        ...glob('tests/e2e', /firefox\.test\.mjs$/),
      ],
    ],
    env: vulkan,
  },
];

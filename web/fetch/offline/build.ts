// What the page needs without a network, as its service worker keeps it: one build whole, and what was used beside it.

/** One build of the page, as scripts/page/offline.ts lists it. */
export interface Build {
  /** Hash of the list, so that another build has another one. */
  version: string;
  /** Hashes as in Subresource Integrity, by path from the page; the page itself has the empty path. */
  files: Record<string, string>;
}

/** Where things are kept and fetched; a test has its own. */
export interface Surroundings {
  /** Address of the folder that the page lies in. */
  base: URL;
  caches: Pick<CacheStorage, 'open' | 'keys' | 'delete' | 'match'>;
  fetch: (request: Request) => Promise<Response>;
}

/** Another page of the same server has its own. */
const prefixOf = ({ base }: Surroundings) => `inscape ${base.pathname} `;
const nameOf = (build: Build, around: Surroundings) => `${prefixOf(around)}${build.version}`;
const usedName = (around: Surroundings) => `${prefixOf(around)}used`;

/** Vite names these by their content, so that an address never means anything else. */
const isNamedByContent = (path: string) => path.startsWith('assets/');

/**
 * Keeps every file of a build. Rejects unless all of them are here with the bytes that were built: a build that is
 * half uploaded never takes the place of a whole one. What an attempt before this one has brought is not fetched again.
 */
export async function keepBuild(build: Build, around: Surroundings): Promise<void> {
  const cache = await around.caches.open(nameOf(build, around));
  const keepOne = async ([path, integrity]: [string, string]) => {
    const { href } = new URL(path || './', around.base);
    if (await cache.match(href)) return;
    const older = isNamedByContent(path) ? await around.caches.match(href) : undefined;
    const fresh = () =>
      around.fetch(new Request(href, { integrity, cache: isNamedByContent(path) ? 'default' : 'no-cache' }));
    const response = older ?? (await fresh());
    if (!response.ok) throw new Error(`${href} answered ${response.status}.`);
    await cache.put(href, unredirected(response));
  };
  await Promise.all(Object.entries(build.files).map(keepOne));
}

/** A page that came by way of a redirect may not be shown in answer to a visit. */
function unredirected(response: Response): Response {
  if (!response.redirected) return response;
  return new Response(response.body, { headers: response.headers });
}

/** Keeps files beside the build that were used before anything was kept: the list of models, photographs. */
export async function keepUsed(addresses: readonly string[], around: Surroundings): Promise<void> {
  const cache = await around.caches.open(usedName(around));
  const keepOne = async (href: string) => {
    if (!isBeside(pathOf(href, around)) || (await cache.match(href))) return;
    const response = await around.fetch(new Request(href));
    if (response.ok) await cache.put(href, response);
  };
  await Promise.all(addresses.map((href) => keepOne(href).catch(() => {})));
}

/** Deletes other builds than this one. */
export async function dropOthers(build: Build, around: Surroundings): Promise<void> {
  const mine = [nameOf(build, around), usedName(around)];
  const names = (await around.caches.keys()).filter((name) => name.startsWith(prefixOf(around)));
  await Promise.all(names.filter((name) => !mine.includes(name)).map((name) => around.caches.delete(name)));
}

/** What a request is answered with; `undefined` leaves it to the browser. */
export function answer(request: Request, build: Build, around: Surroundings): Promise<Response> | undefined {
  const path = pathOf(request.url, around);
  if (request.method !== 'GET' || path === undefined) return undefined;
  if (path === '' || path === 'index.html') return ofBuild('', request, build, around);
  if (Object.hasOwn(build.files, path)) return ofBuild(path, request, build, around);
  // A page of the build before this one may still be open.
  if (isNamedByContent(path)) return ofAny(request, around);
  // Weights have a store of their own, which asks for them with `no-store` or by range.
  if (isBeside(path) && request.cache !== 'no-store' && !request.headers.has('range'))
    return networkFirst(request, around);
  return undefined;
}

async function ofBuild(path: string, request: Request, build: Build, around: Surroundings) {
  const cache = await around.caches.open(nameOf(build, around));
  return (await cache.match(new URL(path || './', around.base).href)) ?? around.fetch(request);
}

async function ofAny(request: Request, { caches, fetch }: Surroundings) {
  return (await caches.match(request.url)) ?? fetch(request);
}

/** What lies beside the build can change on its server, so what is kept is for when that does not answer. */
async function networkFirst(request: Request, around: Surroundings): Promise<Response> {
  const cache = await around.caches.open(usedName(around));
  try {
    const response = await around.fetch(request);
    // Without room it is there while the network is.
    if (response.status === 200) cache.put(request.url, response.clone()).catch(() => {});
    return response;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
}

const isBeside = (path: string | undefined) => path?.startsWith('models/') ?? false;

/** The path from the page's folder; `undefined` for what lies elsewhere. */
function pathOf(href: string, { base }: Surroundings): string | undefined {
  const { origin, pathname } = new URL(href);
  return origin === base.origin && pathname.startsWith(base.pathname)
    ? decodeURIComponent(pathname.slice(base.pathname.length))
    : undefined;
}

import { startTheme } from './components/use-theme';
import { installConsole } from './console';
import { DOORS } from './pages/doors';
import { mount } from './pages/mount';
import { keepWhenQuiet } from './pages/offline';
import { listenForDrops } from './pages/page-drop';
import { listenForKeys } from './pages/shortcuts';
import { embed } from './state/embed';
import { unpackAddress } from './state/packed-link';
import { followAddress } from './state/page';

/** Starts everything that the page does. */
export async function begin() {
  startTheme();
  if (embed) document.documentElement.dataset.embed = embed.hasControls ? 'controls' : 'bare';
  await unpackAddress();
  followAddress();
  for (const door of Object.values(DOORS)) door.listen();
  mount(document.getElementById('inscape')!);
  installConsole();
  listenForDrops();
  listenForKeys();
  if (!embed) keepWhenQuiet();
}

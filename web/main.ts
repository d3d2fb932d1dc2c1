import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/bench.css';
import './styles/controls.css';
import './styles/figures.css';
import { startTheme } from './components/use-theme';
import { installConsole } from './console';
import { mount } from './pages/bench/mount';
import { open } from './pages/bench/opening';
import { listenForDrops } from './pages/bench/page-drop';

startTheme();
mount(document.getElementById('inscape')!);
installConsole();
listenForDrops();
void open();

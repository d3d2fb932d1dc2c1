import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/bench.css';
import './styles/card.css';
import './styles/controls.css';
import './styles/figures.css';
import './styles/figure-marks.css';
import './styles/closer.css';
import './styles/embed.css';
import './styles/palette.css';
import { PAGE_MODULES } from './pages/modules';
import { pageOf } from './state/page';
import { openWords } from './words/words';

// The modules of the page make texts as they load, so that the words come first. The page in view is asked for along
// with what opens it; whether it came, its door says.
void openWords()
  .then(() => {
    PAGE_MODULES[pageOf(location.hash)]().catch(() => {});
    return import('./begin');
  })
  .then(({ begin }) => begin());

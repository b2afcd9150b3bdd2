import type { Board } from '../../shared/board/board.ts';
import type { Orders } from '../../shared/protocol/directing.ts';
import { toggleLanguage, useLanguage } from '../ui/language.ts';
import { Message } from '../ui/message.tsx';
import { Shape } from '../ui/shape.tsx';
import type { WallCatalogue } from '../wall/surroundings.ts';
import { PickScene } from './pick-scene.tsx';
import { PickSpotlight } from './pick-spotlight.tsx';
import { PickUnit } from './pick-unit.tsx';
import { ScreenList } from './screen-list.tsx';
import { Switch } from './switch.tsx';
import { type Desk, useDesk } from './use-desk.ts';
import { WORDS } from './words.ts';
import './director.css';

export function DirectorScreen({ catalogue }: { catalogue: WallCatalogue }) {
  const language = useLanguage();
  const words = WORDS[language];
  const desk = useDesk();
  const { boards, pack } = catalogue;
  const [first] = boards;
  if (desk.isForbidden) return <Message title={words.forbidden} detail={words.forbiddenDetail} />;
  if (!first) return <Message title={words.waiting} />;
  const orders = desk.orders ?? ordersFor(first);
  const change = (part: Partial<Orders>) => desk.give({ ...orders, ...part });
  const shown = boards.find(({ id }) => id === desk.orders?.scene);
  return (
    <main className="director">
      <DirectorHead place={pack.name[language]} desk={desk} />
      <div className="director-desk">
        <section className="director-picks">
          <PickScene boards={boards} scene={desk.orders?.scene ?? null} change={change} />
          <div className="director-switches">
            <Switch
              name={words.rotate}
              isOn={desk.orders?.rotates === true}
              flip={() => change({ rotates: !orders.rotates, spotlight: null })}
            />
            <Switch
              name={words.freeze}
              isOn={orders.isFrozen}
              flip={() => change({ isFrozen: !orders.isFrozen })}
            />
          </div>
          <PickUnit pack={pack} unit={orders.unit} change={change} />
          {shown && !orders.rotates && (
            <PickSpotlight board={shown} spotlight={orders.spotlight} change={change} />
          )}
        </section>
        <ScreenList boards={boards} revision={desk.orders ? desk.revision : null} />
      </div>
    </main>
  );
}

function DirectorHead({ place, desk }: { place: string; desk: Desk }) {
  const language = useLanguage();
  const words = WORDS[language];
  const state = desk.orders ? words.directing : words.none;
  return (
    <header className="director-head">
      <h1>
        {words.title} <span>{place}</span>
      </h1>
      <p role="status" className={desk.isOnline ? undefined : 'warn'}>
        {!desk.isOnline && <Shape name="clock" />}
        {desk.isOnline ? state : words.offline}
      </p>
      <button
        type="button"
        className="pick"
        disabled={!desk.orders || !desk.isOnline}
        onClick={() => desk.give(null)}
      >
        {words.release}
      </button>
      <button
        type="button"
        className="pick"
        lang={language === 'vi' ? 'en' : 'vi'}
        onClick={toggleLanguage}
      >
        {language === 'vi' ? 'EN' : 'VI'}
      </button>
    </header>
  );
}

const ordersFor = ({ id }: Board): Orders => ({
  scene: id,
  unit: null,
  spotlight: null,
  isFrozen: false,
  rotates: false,
});

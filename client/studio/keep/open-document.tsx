import { useEffect, useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { goTo } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import { chartParams } from '../question/chart-place.ts';
import { useStudio } from '../studio-context.ts';
import { chartIn, readChart } from './chart-document.ts';
import { KEEP_WORDS } from './keep-words.ts';

interface OpenDocumentProps {
  readonly id: string;
  /** Undefined: the newest. */
  readonly version: number | undefined;
}

/** Reads a saved chart and puts the whole of it into the address, from which the page shows it. */
export function OpenDocument({ id, version }: OpenDocumentProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const { call } = useStudio();
  const [said, setSaid] = useState<string>(words.loading);
  useEffect(() => {
    let isGone = false;
    void readChart(call, id, version).then((answer) => {
      if (isGone) return;
      if ('fault' in answer) {
        setSaid(faultText(answer.fault, language));
        return;
      }
      const chart = chartIn(answer.body);
      if (!chart) {
        setSaid(words.notChart);
        return;
      }
      const params = chartParams(chart, new URLSearchParams(location.search));
      params.set('v', String(answer.body.version));
      goTo(location.pathname, params, 'replace');
    });
    return () => {
      isGone = true;
    };
  }, [call, id, version, language, words]);
  return (
    <section className="beginning">
      <p role="status">{said}</p>
    </section>
  );
}

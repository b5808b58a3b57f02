import { useTranslation } from 'react-i18next';
import type { RuleDifference } from '../../../api/contract/index.ts';

/** What two laws say differently about the award, each side with its article. */
export function Differences({ differences }: { differences: RuleDifference[] }) {
  const { t } = useTranslation();
  if (differences.length === 0) return <p className="quiet">{t('binding.nothingDiffers')}</p>;
  return (
    <ul>
      {differences.map(({ about, before, after }) => (
        <li key={about}>
          {about}: <Side side={before} /> → <Side side={after} />
        </li>
      ))}
    </ul>
  );
}

function Side({ side }: { side: RuleDifference['before'] }) {
  const { t } = useTranslation();
  if (side === null) return <span className="quiet">{t('binding.notSaid')}</span>;
  return (
    <>
      {side.text}{' '}
      <span className="citation">
        {side.citation} ({side.grade})
      </span>
    </>
  );
}

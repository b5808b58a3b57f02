import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleBinding, RuleDifference } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';

/** When and why the dossier came under which law, and what changed with it. */
export function BindingsCard({ bindings }: { bindings: RuleBinding[] }) {
  const { t } = useTranslation();
  return (
    <Card size="small" title={t('binding.title')}>
      <ol className="plain">
        {bindings.map((binding) => (
          <li key={binding.number}>
            <span className="strong">{t(`binding.basis.${binding.basis}`)}</span>, {formatInstant(binding.at)}
            {binding.actor && `, ${binding.actor.fullName}`}: {binding.ruleSetName}
            {binding.overlays.length > 0 && ` + ${binding.overlays.join(' + ')}`}
            {binding.reason !== null && (
              <p className="quiet">{t('field.reasonIs', { reason: binding.reason })}</p>
            )}
            {binding.basis !== 'start' && <Differences differences={binding.differences} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}

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

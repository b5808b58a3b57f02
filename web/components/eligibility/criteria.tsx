import { useTranslation } from 'react-i18next';
import type { Criterion, NominationEligibility, TestedBranch } from '../../../api/contract/index.ts';
import { GradeTag } from '../dossier/grade-tag.tsx';
import { OutcomeTag } from './verdict-tag.tsx';

/** One criterion: what it asks, whether it holds, what that rests on, what is missing, and the article. */
function CriterionLine({ criterion }: { criterion: Criterion }) {
  const { t } = useTranslation();
  const { text, outcome, facts, missing, note, citation, grade, related } = criterion;
  return (
    <li className="criterion">
      <div>
        <OutcomeTag outcome={outcome} /> {text}
      </div>
      {facts.length > 0 && (
        <div className="criterion-detail">{t('eligibility.facts', { facts: facts.join('; ') })}</div>
      )}
      {missing.length > 0 && (
        <div className="criterion-detail strong">
          {t('eligibility.missing', { missing: missing.join('; ') })}
        </div>
      )}
      <div className="criterion-detail">
        <span className="citation">{citation}</span> <GradeTag grade={grade} />
        {related.map((source) => (
          <span key={source.citation} className="citation">
            {' '}
            · {source.citation} <GradeTag grade={source.grade} />
          </span>
        ))}
        {note !== null && <span className="quiet"> {note}</span>}
      </div>
    </li>
  );
}

/** One way to meet the standard; of its alternatives one is enough. */
export function Branch({ branch }: { branch: TestedBranch }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>
        {branch.point === null ? t('eligibility.standard') : t('eligibility.point', { point: branch.point })}{' '}
        <OutcomeTag outcome={branch.outcome} />
      </h2>
      <ul className="plain">
        {branch.criteria.map((criterion) => (
          <CriterionLine key={criterion.text} criterion={criterion} />
        ))}
      </ul>
      {branch.alternatives.map((group, index) => (
        <div key={group.map(({ text }) => text).join()}>
          <p className="quiet">{index === 0 ? t('eligibility.oneOf') : t('eligibility.or')}</p>
          <ul className="plain">
            {group.map((criterion) => (
              <CriterionLine key={criterion.text} criterion={criterion} />
            ))}
          </ul>
        </div>
      ))}
      {branch.votedOn.length > 0 && (
        <p className="quiet">{t('eligibility.votedOn', { what: branch.votedOn.join('; ') })}</p>
      )}
    </section>
  );
}

/** Every criterion of a verdict: the principles of every award, then the ways to meet this one's standard. */
export function Criteria({ eligibility }: { eligibility: NominationEligibility }) {
  const { t } = useTranslation();
  const { principles, branches, preference } = eligibility;
  return (
    <div className="criteria">
      {principles.length > 0 && (
        <section>
          <h2>{t('eligibility.principles')}</h2>
          <ul className="plain">
            {principles.map((criterion) => (
              <CriterionLine key={criterion.text} criterion={criterion} />
            ))}
          </ul>
        </section>
      )}
      {branches.length > 1 && <p className="quiet">{t('eligibility.oneWayIsEnough')}</p>}
      {branches.map((branch) => (
        <Branch key={`${branch.point} ${branch.criteria.map(({ text }) => text).join()}`} branch={branch} />
      ))}
      {preference !== null && (
        <section>
          <h2>{t('eligibility.preference')}</h2>
          <ul className="plain">
            <CriterionLine criterion={preference} />
          </ul>
        </section>
      )}
    </div>
  );
}

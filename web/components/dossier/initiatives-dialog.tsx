import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InitiativeUse, Nomination, NomineeInitiative } from '../../../api/contract/index.ts';
import { useInitiativeCommand, useNomineeInitiatives } from '../../queries/dossiers.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { ToneTag } from '../tone-tag.tsx';

/** A use of an initiative in words: for what, by which dossier, and whether that is decided. */
export function useUseWords(): (use: InitiativeUse) => string {
  const { t } = useTranslation();
  const names = useNames();
  return ({ kind, standing, award, dossier }) =>
    award === null || dossier === null
      ? t(`ledger.usedFor.${kind}`)
      : t(`initiative.use.${standing === 'held' ? 'held' : 'proposed'}`, {
          award: names.award(award),
          dossier: dossier.code,
        });
}

function Choice({ initiative }: { initiative: NomineeInitiative }) {
  const { t } = useTranslation();
  const wordsOf = useUseWords();
  const { name, year, scope, uses, isSpent } = initiative;
  return (
    <span>
      <span className="strong">{name}</span>{' '}
      <span className="quiet">
        {[t('ledger.inYear', { year }), t(`ledger.scope.${scope}`), ...uses.map(wordsOf)].join(' · ')}
      </span>{' '}
      {isSpent && <ToneTag tone="red">{t('initiative.spent')}</ToneTag>}
    </span>
  );
}

function Choices({
  dossierId,
  nomination,
  initiatives,
  canEdit,
  onClose,
}: {
  dossierId: string;
  nomination: Nomination;
  initiatives: NomineeInitiative[];
  canEdit: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const choose = useInitiativeCommand(dossierId, nomination.id);
  const [chosen, setChosen] = useState(() =>
    initiatives.filter(({ isChosen }) => isChosen).map(({ id }) => id),
  );
  return (
    <div className="stack">
      {initiatives.length === 0 && <p>{t('initiative.none')}</p>}
      <Checkbox.Group<string> value={chosen} onChange={setChosen} disabled={!canEdit} className="checks">
        {initiatives.map((initiative) => (
          <Checkbox
            key={initiative.id}
            value={initiative.id}
            disabled={!canEdit || (initiative.isSpent && !chosen.includes(initiative.id))}
          >
            <Choice initiative={initiative} />
          </Checkbox>
        ))}
      </Checkbox.Group>
      {choose.error !== null && <ProblemAlert error={choose.error} />}
      {canEdit && initiatives.length > 0 && (
        <div>
          <Button
            type="primary"
            loading={choose.isPending}
            onClick={() => choose.mutate(chosen, { onSuccess: onClose })}
          >
            {t('initiative.save')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** On which recognised initiatives a nomination rests; those that a use elsewhere rules out cannot be chosen. */
export function InitiativesDialog({
  dossierId,
  nomination,
  canEdit,
  onClose,
}: {
  dossierId: string;
  nomination: Nomination;
  canEdit: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const query = useNomineeInitiatives(dossierId, nomination.id);
  return (
    <Modal open title={t('initiative.title', { name: nomination.name })} footer={null} onCancel={onClose}>
      <p className="quiet">{t('initiative.words')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <Choices
            dossierId={dossierId}
            nomination={nomination}
            initiatives={items}
            canEdit={canEdit}
            onClose={onClose}
          />
        )}
      </Loaded>
    </Modal>
  );
}

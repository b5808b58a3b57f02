import { App } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StaffDetail, UnitRef } from '../../../../api/contract/index.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { DateItem } from '../../../form/date-item.tsx';
import { useOrganisationCommands } from '../../../queries/organisation.ts';
import { correctionOf, PersonFields, type PersonFieldValues, personOf } from './person-fields.tsx';
import { directWorkOf, PositionFields, type PositionFieldValues, positionOf } from './position-fields.tsx';
import { ReasonItem } from './unit-dialogs.tsx';

type Position = StaffDetail['positions'][number];
const today = () => dayjs().format('YYYY-MM-DD');

/** A person with the first post. */
export function NewPersonDialog({ unit, onClose }: { unit: UnitRef | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { createPerson } = useOrganisationCommands();
  return (
    <FormDialog<PersonFieldValues & PositionFieldValues>
      title={t('staff.add')}
      confirm={t('staff.add')}
      initial={{ unitId: unit?.id ?? null, directWork: 'unknown', from: today() }}
      onSubmit={async (fields) => {
        const { id, likelySame } = await createPerson.mutateAsync({
          ...personOf(fields),
          position: positionOf(fields),
        });
        void message.success(t(likelySame > 0 ? 'staff.addedLikely' : 'staff.added'));
        void navigate(`/admin/people/${id}`);
      }}
      onClose={onClose}
    >
      <PersonFields nationalIdHelp={t('staff.nationalIdHelp')} />
      <PositionFields unit={unit} />
    </FormDialog>
  );
}

export function CorrectPersonDialog({ person, onClose }: { person: StaffDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { correctPerson } = useOrganisationCommands();
  return (
    <FormDialog<PersonFieldValues>
      title={t('staff.correct')}
      confirm={t('action.save')}
      explanation={t('staff.correctHelp')}
      initial={person}
      onSubmit={async (fields) => {
        await correctPerson.mutateAsync({ ...correctionOf(fields), id: person.id });
        void message.success(t('staff.corrected'));
      }}
      onClose={onClose}
    >
      <PersonFields
        nationalIdHelp={t(person.hasNationalId ? 'staff.nationalIdKept' : 'staff.nationalIdHelp')}
      />
    </FormDialog>
  );
}

/** A further post, or one in place of another (transfer, promotion). */
export function GivePositionDialog({
  person,
  instead,
  onClose,
}: {
  person: StaffDetail;
  instead: Position | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { givePosition } = useOrganisationCommands();
  return (
    <FormDialog<PositionFieldValues>
      title={t(instead === null ? 'staff.givePost' : 'staff.transfer')}
      confirm={t('action.save')}
      explanation={instead === null ? undefined : t('staff.transferHelp', { title: instead.title })}
      initial={{
        unitId: instead?.unit.id ?? null,
        title: instead?.title ?? null,
        directWork: directWorkOf(instead?.isDirectWorker ?? null),
        from: today(),
      }}
      onSubmit={async (fields) => {
        await givePosition.mutateAsync({
          ...positionOf(fields),
          personId: person.id,
          endsId: instead?.id ?? null,
        });
        void message.success(t('staff.posted'));
      }}
      onClose={onClose}
    >
      <PositionFields unit={instead?.unit ?? null} />
    </FormDialog>
  );
}

export function EndPositionDialog({ position, onClose }: { position: Position; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { endPosition } = useOrganisationCommands();
  return (
    <FormDialog<{ lastDay: string; reason: string }>
      danger
      title={t('staff.endPost')}
      confirm={t('staff.endPost')}
      explanation={t('staff.endPostHelp', { title: position.title })}
      initial={{ lastDay: today() }}
      onSubmit={async (fields) => {
        await endPosition.mutateAsync({ ...fields, id: position.id });
        void message.success(t('staff.postEnded'));
      }}
      onClose={onClose}
    >
      <DateItem name="lastDay" label={t('organisation.lastDay')} required />
      <ReasonItem />
    </FormDialog>
  );
}

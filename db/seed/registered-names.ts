import { eq } from 'drizzle-orm';
import type { Executor } from '../client.ts';
import { awards } from '../schema/index.ts';

/** What the demo calls awards whose name the law leaves to the organisation, by their codes (source 000). */
const registeredNames = {
  KNC: {
    nameVi: 'Kỷ niệm chương “Vì sự nghiệp Thống kê Việt Nam”',
    nameEn: 'Commemorative medal “For the cause of Vietnamese statistics”',
  },
};

/** Shows the demo's awards under their registered names. The law itself stays as it is shipped. */
export async function nameDemoAwards(tx: Executor): Promise<void> {
  for (const [code, name] of Object.entries(registeredNames))
    await tx.update(awards).set(name).where(eq(awards.code, code));
}

/** Broken on purpose: the signature of a file. */
import { name } from '../objects.ts'
import { attribute, certificate, der, other, sha256, signedSample, type Wrong } from '../signed-sample.ts'
import type { Control } from './broken-pdf.ts'

/** As it is: to write it anew would move what is signed. */
const signedWrong = (wrong: Wrong): Pick<Control, 'from' | 'bytes'> => ({
  from: signedSample(wrong),
  bytes: file => file,
})
const time = der(0x17, Buffer.from('220815120000Z'))
export const signatureControls: readonly Control[] = [
  { name: 'a signature that leaves out the end', rule: 'A 6.4.3-1', ...signedWrong({ without: 8 }) },
  {
    name: 'something written after it was signed',
    rule: 'A 6.4.3-1',
    from: signedSample(),
    bytes: file => Buffer.concat([file, file.subarray(file.lastIndexOf('startxref'))]),
  },
  {
    name: 'a signature without its certificate',
    rule: 'A 6.4.3-2',
    ...signedWrong({ certificates: [other] }),
  },
  { name: 'two signers', rule: 'A 6.4.3-3', ...signedWrong({ signers: 2 }) },
  { name: 'no signature in its place', rule: 'A 6.4.3-3', ...signedWrong({ contents: Buffer.from('garbage') }) },
  {
    name: 'a signature of unknown length, as BER has it',
    rule: 'A 6.4.3-3',
    from: signedSample(),
    bytes: file => Buffer.from(file.toString('latin1').replace(/(?<=Contents <)308[12]../, '308000'), 'latin1'),
  },
  {
    name: 'another file than the one signed',
    rule: 'PDF 12.8.3-1',
    ...signedWrong({ digest: sha256(Buffer.from('other')) }),
  },
  {
    name: 'a letter that was changed',
    rule: 'PDF 12.8.3-1',
    from: signedSample(),
    bytes: file => Buffer.from(file.toString('latin1').replace('/ca 0.5', '/ca 0.6'), 'latin1'),
  },
  { name: 'nobody says when', rule: 'PAdES 6.3-1', ...signedWrong({ dictionary: { M: null } }) },
  { name: 'it is told twice when', rule: 'PAdES 6.3-1', ...signedWrong({ attributes: [attribute('05', time)] }) },
  { name: 'the certificate is not named', rule: 'PAdES 6.3-2', ...signedWrong({ named: null }) },
  { name: 'another certificate is named', rule: 'PAdES 6.3-2', ...signedWrong({ named: sha256(other) }) },
  {
    name: 'a certificate named twice over, wrongly',
    rule: 'PAdES 6.3-2',
    ...signedWrong({ named: Buffer.concat([sha256(certificate), Buffer.alloc(4)]) }),
  },
  {
    name: 'a signature as it was before PAdES',
    rule: 'own pades',
    ...signedWrong({ dictionary: { SubFilter: name('adbe.pkcs7.detached') } }),
  },
  { name: 'a field that nobody is told of', rule: 'UA 7.18.1-3', ...signedWrong({ field: { TU: null } }) },
]

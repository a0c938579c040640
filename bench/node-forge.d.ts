/** The few calls that the baseline's key file needs; the package ships no types. */
declare module 'node-forge' {
  const forge: {
    pki: { privateKeyFromPem(pem: string): unknown; certificateFromPem(pem: string): unknown };
    pkcs12: {
      toPkcs12Asn1(
        key: unknown,
        certificates: readonly unknown[],
        passphrase: string,
        options: { algorithm: 'aes256' | '3des'; count: number },
      ): unknown;
    };
    asn1: { toDer(value: unknown): { getBytes(): string } };
  };
  export default forge;
}

// The package ships its types under the wrong name; these are the parts that geo uses.
declare module 'geographiclib-mgrs' {
  type Grid = {
    readonly zone: number;
    readonly northp: boolean;
    readonly x: number;
    readonly y: number;
    readonly prec: number;
  };
  type Ground = { readonly lat: number; readonly lon: number };
  const GeographicLibMGRS: {
    forward(lonLat: readonly [number, number], digits: number): string;
    readonly MGRS: { reverse(mgrs: string, centre: boolean): Grid };
    readonly UTMUPS: {
      reverse(zone: number, north: boolean, x: number, y: number, mgrsLimits: boolean): Ground;
    };
  };
  export default GeographicLibMGRS;
}

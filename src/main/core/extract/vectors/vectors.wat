;; What takes most of the time, on the processor's vector units: sums of features' weights; and for the network products of a
;; matrix and a vector, recurrent units and largest numbers, four numbers of 32 bits at a time.
(module
  (memory (import "room" "memory") 1)
  ;; out[j] += weights[j] . input for each j below outputs. Addresses count bytes; inputs and outputs are multiples of four.
  (func $addProduct (export "addProduct") (param $weights i32) (param $input i32) (param $inputs i32) (param $out i32) (param $outputs i32)
    (local $row i32) (local $end i32) (local $i i32) (local $outEnd i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $x v128)
    (local.set $row (i32.shl (local.get $inputs) (i32.const 2)))
    (local.set $outEnd (i32.add (local.get $out) (i32.shl (local.get $outputs) (i32.const 2))))
    (local.set $end (i32.add (local.get $input) (local.get $row)))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $out) (local.get $outEnd)))
        (local.set $a (v128.const f32x4 0 0 0 0))
        (local.set $b (v128.const f32x4 0 0 0 0))
        (local.set $c (v128.const f32x4 0 0 0 0))
        (local.set $d (v128.const f32x4 0 0 0 0))
        (local.set $i (local.get $input))
        (block $rowDone
          (loop $columns
            (br_if $rowDone (i32.ge_u (local.get $i) (local.get $end)))
            (local.set $x (v128.load (local.get $i)))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $weights)))))
            (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (local.get $row))))))
            (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (i32.shl (local.get $row) (i32.const 1)))))))
            (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load (i32.add (local.get $weights) (i32.mul (local.get $row) (i32.const 3)))))))
            (local.set $i (i32.add (local.get $i) (i32.const 16)))
            (local.set $weights (i32.add (local.get $weights) (i32.const 16)))
            (br $columns)))
        ;; one row is behind the pointer, three more lie before the next four
        (local.set $weights (i32.add (local.get $weights) (i32.mul (local.get $row) (i32.const 3))))
        (f32.store offset=0 (local.get $out) (f32.add (f32.load offset=0 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a))) (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a))))))
        (f32.store offset=4 (local.get $out) (f32.add (f32.load offset=4 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $b)) (f32x4.extract_lane 1 (local.get $b))) (f32.add (f32x4.extract_lane 2 (local.get $b)) (f32x4.extract_lane 3 (local.get $b))))))
        (f32.store offset=8 (local.get $out) (f32.add (f32.load offset=8 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $c)) (f32x4.extract_lane 1 (local.get $c))) (f32.add (f32x4.extract_lane 2 (local.get $c)) (f32x4.extract_lane 3 (local.get $c))))))
        (f32.store offset=12 (local.get $out) (f32.add (f32.load offset=12 (local.get $out)) (f32.add (f32.add (f32x4.extract_lane 0 (local.get $d)) (f32x4.extract_lane 1 (local.get $d))) (f32.add (f32x4.extract_lane 2 (local.get $d)) (f32x4.extract_lane 3 (local.get $d))))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br $rows))))

  ;; tanh of four numbers, as a quotient of two polynomials; off by less than a millionth.
  (func $tanh (param $x v128) (result v128)
    (local $square v128)
    (local.set $x (f32x4.max (f32x4.min (local.get $x) (v128.const f32x4 7.905311107635498 7.905311107635498 7.905311107635498 7.905311107635498)) (v128.const f32x4 -7.905311107635498 -7.905311107635498 -7.905311107635498 -7.905311107635498)))
    (local.set $square (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (v128.const f32x4 0.00489352455891786 0.00489352455891786 0.00489352455891786 0.00489352455891786)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 0.000637261928875436 0.000637261928875436 0.000637261928875436 0.000637261928875436)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 1.48572235717979e-05 1.48572235717979e-05 1.48572235717979e-05 1.48572235717979e-05)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 5.12229709037114e-08 5.12229709037114e-08 5.12229709037114e-08 5.12229709037114e-08)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 -8.60467152213735e-11 -8.60467152213735e-11 -8.60467152213735e-11 -8.60467152213735e-11)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 2.00018790482477e-13 2.00018790482477e-13 2.00018790482477e-13 2.00018790482477e-13)
        (f32x4.mul (local.get $square) (v128.const f32x4 -2.76076847742355e-16 -2.76076847742355e-16 -2.76076847742355e-16 -2.76076847742355e-16))))))))))))))
      (f32x4.add (v128.const f32x4 0.00489352518554385 0.00489352518554385 0.00489352518554385 0.00489352518554385)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 0.002268434632439 0.002268434632439 0.002268434632439 0.002268434632439)
        (f32x4.mul (local.get $square) (f32x4.add (v128.const f32x4 0.000118534705686654 0.000118534705686654 0.000118534705686654 0.000118534705686654)
        (f32x4.mul (local.get $square) (v128.const f32x4 1.19825839466702e-06 1.19825839466702e-06 1.19825839466702e-06 1.19825839466702e-06)))))))))

  (func $sigmoid (param $x v128) (result v128)
    (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5) (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (call $tanh (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $x))))))

  ;; Copies numbers; bytes is a multiple of sixteen.
  (func $copy (param $from i32) (param $to i32) (param $bytes i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $from) (local.get $bytes)))
    (block $done
      (loop $more
        (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
        (v128.store (local.get $to) (v128.load (local.get $from)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br $more))))

  ;; Gated recurrent units over items, one way. $gates has for each item what its input says to them (reset, update, candidate);
  ;; $gatesStep and $outStep are the bytes from one item to the next, below zero for the way back. $before is the state before
  ;; the first item; $from is room for three times $units numbers. Units are a multiple of four.
  (func (export "recur") (param $count i32) (param $gates i32) (param $gatesStep i32) (param $weights i32) (param $bias i32)
    (param $from i32) (param $before i32) (param $out i32) (param $outStep i32) (param $units i32)
    (local $bytes i32) (local $j i32) (local $g i32) (local $f i32) (local $update v128) (local $candidate v128)
    (local.set $bytes (i32.shl (local.get $units) (i32.const 2)))
    (block $done
      (loop $items
        (br_if $done (i32.eqz (local.get $count)))
        (call $copy (local.get $bias) (local.get $from) (i32.mul (local.get $bytes) (i32.const 3)))
        (call $addProduct (local.get $weights) (local.get $before) (local.get $units) (local.get $from) (i32.mul (local.get $units) (i32.const 3)))
        (local.set $j (i32.const 0))
        (block $unitsDone
          (loop $fours
            (br_if $unitsDone (i32.ge_u (local.get $j) (local.get $bytes)))
            (local.set $g (i32.add (local.get $gates) (local.get $j)))
            (local.set $f (i32.add (local.get $from) (local.get $j)))
            (local.set $candidate (call $sigmoid (f32x4.add (v128.load (local.get $g)) (v128.load (local.get $f)))))
            (local.set $g (i32.add (local.get $g) (local.get $bytes)))
            (local.set $f (i32.add (local.get $f) (local.get $bytes)))
            (local.set $update (call $sigmoid (f32x4.add (v128.load (local.get $g)) (v128.load (local.get $f)))))
            (local.set $candidate (call $tanh (f32x4.add
              (v128.load (i32.add (local.get $g) (local.get $bytes)))
              (f32x4.mul (local.get $candidate) (v128.load (i32.add (local.get $f) (local.get $bytes)))))))
            ;; (1 - update) * candidate + update * before
            (v128.store (i32.add (local.get $out) (local.get $j))
              (f32x4.add (local.get $candidate)
                (f32x4.mul (local.get $update)
                  (f32x4.sub (v128.load (i32.add (local.get $before) (local.get $j))) (local.get $candidate)))))
            (local.set $j (i32.add (local.get $j) (i32.const 16)))
            (br $fours)))
        (local.set $before (local.get $out))
        (local.set $out (i32.add (local.get $out) (local.get $outStep)))
        (local.set $gates (i32.add (local.get $gates) (local.get $gatesStep)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $items))))

  ;; Sums of the rows of $count features (numbers of 32 bits), for up to 24 classes: 16 bits each, which stop at their ends. $used has a
  ;; bit for each feature that has a row, $ranks for each 32 features the number of rows before them; rows have $width bytes
  ;; each, and 24 more lie behind the last.
  (func (export "sum") (param $features i32) (param $count i32) (param $used i32) (param $ranks i32) (param $rows i32) (param $width i32) (param $out i32)
    (local $end i32) (local $at i32) (local $word i32) (local $bit i32) (local $row i32)
    (local $a v128) (local $b v128) (local $c v128)
    (local.set $end (i32.add (local.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $features) (local.get $end)))
        (local.set $at (i32.load (local.get $features)))
        (local.set $features (i32.add (local.get $features) (i32.const 4)))
        (local.set $bit (i32.shl (i32.const 1) (local.get $at)))
        (local.set $at (i32.shl (i32.shr_u (local.get $at) (i32.const 5)) (i32.const 2)))
        (local.set $word (i32.load (i32.add (local.get $used) (local.get $at))))
        (br_if $next (i32.eqz (i32.and (local.get $word) (local.get $bit))))
        (local.set $row (i32.add (i32.load (i32.add (local.get $ranks) (local.get $at)))
          (i32.popcnt (i32.and (local.get $word) (i32.sub (local.get $bit) (i32.const 1))))))
        (local.set $row (i32.add (local.get $rows) (i32.mul (local.get $row) (local.get $width))))
        (local.set $a (i16x8.add_sat_s (local.get $a) (v128.load8x8_s (local.get $row))))
        (local.set $b (i16x8.add_sat_s (local.get $b) (v128.load8x8_s offset=8 (local.get $row))))
        (local.set $c (i16x8.add_sat_s (local.get $c) (v128.load8x8_s offset=16 (local.get $row))))
        (br $next)))
    (v128.store (local.get $out) (local.get $a))
    (v128.store offset=16 (local.get $out) (local.get $b))
    (v128.store offset=32 (local.get $out) (local.get $c)))

  ;; out[j] = the largest of rows[j], rows[j + step], … over $count rows (one at least); $bytes of numbers, a multiple of sixteen.
  (func (export "largest") (param $rows i32) (param $count i32) (param $step i32) (param $out i32) (param $bytes i32)
    (local $end i32) (local $row i32) (local $left i32) (local $most v128)
    (local.set $end (i32.add (local.get $out) (local.get $bytes)))
    (block $done
      (loop $fours
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (local.set $most (v128.load (local.get $rows)))
        (local.set $row (local.get $rows))
        (local.set $left (local.get $count))
        (block $rowsDone
          (loop $down
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br_if $rowsDone (i32.eqz (local.get $left)))
            (local.set $row (i32.add (local.get $row) (local.get $step)))
            (local.set $most (f32x4.pmax (local.get $most) (v128.load (local.get $row))))
            (br $down)))
        (v128.store (local.get $out) (local.get $most))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
        (br $fours)))))
